/**
 * The main class and the wiring: one configuration a room, start and stop, health, commands. The only place that knows all rooms.
 *
 * <p>May call: everything. Nothing calls it.
 */
@NullMarked
package eu.nephele.webapp.app;

import org.jspecify.annotations.NullMarked;
