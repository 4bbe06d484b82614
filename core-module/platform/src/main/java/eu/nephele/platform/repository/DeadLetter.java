package eu.nephele.platform.repository;

import eu.nephele.api.content.Change;
import java.time.Instant;

/** A change that a follower could not apply and put aside, to go on with the rest. */
public record DeadLetter(String follower, Change change, String reason, Instant at) {}
