package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.problem.Severity;
import eu.nephele.platform.publishing.ScheduledDeed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees first: how things stand, among what she may read.
 *
 * @param entries how many drafts there are
 * @param states how many of them are in each state
 * @param translations by locale, in the order of the site
 * @param overdueTotal how many tasks are overdue; {@code overdue} has the first of them
 * @param scheduledTotal as above
 * @param problems of the definitions in force, for administrators
 * @param people the full names of those who changed something or have a task, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dashboard(
        long entries,
        List<StateCount> states,
        List<Quota> quotas,
        List<Coverage> translations,
        List<Recent> recent,
        long overdueTotal,
        List<Overdue> overdue,
        long scheduledTotal,
        List<Scheduled> scheduled,
        @Nullable DefinitionProblems problems,
        Map<String, String> people) {

    public record StateCount(String state, long count) {}

    /**
     * What each partner has to bring of the entries of a workflow.
     *
     * @param property names the partner
     * @param count of each
     */
    public record Quota(
            String workflow,
            String label,
            List<String> contentTypes,
            String property,
            int count,
            List<Share> partners) {}

    /**
     * @param total entries
     * @param live those of them that are published
     */
    public record Share(String id, String title, boolean own, long total, long live) {}

    /** How many entries with localized values are translated so far into a locale. */
    public record Coverage(String locale, String label, long complete, long outdated, long partial, long none) {}

    /** @param contentType {@code dam} for a file */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recent(
            String id,
            String contentType,
            String title,
            String state,
            @Nullable Instant changed,
            @Nullable String by) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Overdue(
            String entry,
            String contentType,
            String title,
            String workflow,
            String stage,
            String stageLabel,
            @Nullable String assignee,
            LocalDate due) {}

    public record Scheduled(
            String id,
            String entry,
            String contentType,
            String title,
            ScheduledDeed.Action action,
            Instant at,
            String zone,
            String by) {}

    /** @param first the gravest of them */
    public record DefinitionProblems(long total, long severe, List<DefinitionProblem> first) {}

    /** @param suggestion the cure */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DefinitionProblem(
            Severity severity,
            String file,
            int line,
            String message,
            @Nullable String suggestion) {}
}
