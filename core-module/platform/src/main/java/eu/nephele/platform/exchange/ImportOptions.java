package eu.nephele.platform.exchange;

/**
 * @param contentType of all entries in the file
 * @param publish whether each entry that can be published is
 * @param dryRun whether nothing is stored: the report then says what would happen, except publication's rules
 */
public record ImportOptions(String contentType, boolean publish, boolean dryRun) {}
