/**
 * The front door of delivery: HTTP to a delivery request and back, with caching, compression, cross-origin rules and errors in
 * Magnolia's form.
 *
 * <p>May call: delivery, definition, http (the status of errors, who asks). Must never know: content, rules about it, Spring MVC.
 */
@NullMarked
package eu.nephele.webapp.deliveryrest;

import org.jspecify.annotations.NullMarked;
