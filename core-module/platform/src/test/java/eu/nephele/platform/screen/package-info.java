@NullMarked
package eu.nephele.platform.screen;

import org.jspecify.annotations.NullMarked;
