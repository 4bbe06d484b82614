package eu.nephele.platform.exchange;

/**
 * @param contentType of all entries in the file
 * @param publish whether each entry that can be published is
 * @param dryRun whether nothing is stored: the report then says what would happen. A reference to an entry that only the same file
 *     brings, more than some hundred lines before, is then not found
 */
public record ImportOptions(String contentType, boolean publish, boolean dryRun) {}
