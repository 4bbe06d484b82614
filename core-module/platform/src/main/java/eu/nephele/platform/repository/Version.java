package eu.nephele.platform.repository;

import java.time.Instant;

/** A version of an entry. Names rise: {@code 1.0}, {@code 1.1}, ...; one stored again after its removal goes on with {@code 2.0}. */
public record Version(String name, Instant created) {}
