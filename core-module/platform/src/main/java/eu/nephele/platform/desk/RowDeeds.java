package eu.nephele.platform.desk;

import eu.nephele.platform.access.Actor;
import java.util.List;

/** What a job does to each of its rows, and how that is taken back. */
public interface RowDeeds {

    /**
     * What the rows are before they are tried, to be written down ahead.
     *
     * @param ids some of the job's
     */
    List<Job.Row> plan(Actor actor, Job job, List<String> ids);

    /** Does it; a row that was done and not written down is done again. */
    Job.Row run(Actor actor, Job job, Job.Row row);

    /** Takes back what was done to a row, to be found in what it was before. */
    void undo(Actor actor, Job job, Job.Row row);
}
