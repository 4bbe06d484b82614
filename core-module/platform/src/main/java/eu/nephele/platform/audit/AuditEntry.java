package eu.nephele.platform.audit;

import java.time.Instant;
import java.util.Map;

/** @param number counts from 1 without a gap */
public record AuditEntry(
        long number, Instant at, String kind, String actor, String subject, Map<String, String> details) {}
