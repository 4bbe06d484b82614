@NullMarked
package eu.nephele.platform.document;

import org.jspecify.annotations.NullMarked;
