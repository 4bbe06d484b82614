package eu.nephele.platform.definition;

import java.util.Map;

/**
 * An entry of sample content, from {@code <module>/content/**.yaml}. References name the target entry by its name; the one who
 * loads it resolves them.
 *
 * @param path in the workspace, without root path: {@code /upper-adriatic-furniture}
 * @param publish whether it is published after loading
 * @param properties String, Boolean, Long, Double, lists and maps of them (nested models), by stored name ({@code title_de})
 */
public record SampleEntry(
        String file, String contentType, String path, boolean publish, Map<String, Object> properties) {}
