/** Tests that go through several rooms with real parts. */
@NullMarked
package eu.nephele.platform.journey;

import org.jspecify.annotations.NullMarked;
