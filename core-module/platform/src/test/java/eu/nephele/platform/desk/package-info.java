@NullMarked
package eu.nephele.platform.desk;

import org.jspecify.annotations.NullMarked;
