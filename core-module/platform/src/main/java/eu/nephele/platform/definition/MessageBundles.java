package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Place;
import eu.nephele.platform.definition.internal.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Merges {@code i18n/*-messages_<locale>.properties} (UTF-8) of all modules; a later module overrides an earlier one. */
final class MessageBundles {

    private static final Pattern NAME =
            Pattern.compile(".*messages(?:_([A-Za-z]{2,3}(?:_[A-Za-z0-9]+)*))?\\.properties");
    private static final int MAX_SIZE = 3 * 1024 * 1024;

    private final SourceTree sources;
    private final Problems problems;
    private final TreeMap<String, TreeMap<String, String>> messages = new TreeMap<>();

    private MessageBundles(SourceTree sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** By key, then by locale id. */
    static TreeMap<String, TreeMap<String, String>> read(SourceTree sources, Problems problems) {
        var bundles = new MessageBundles(sources, problems);
        for (var module : sources.modules()) {
            sources.files(module.name(), "i18n").forEach(bundles::add);
        }
        return bundles.messages;
    }

    private void add(String file) {
        if (!file.endsWith(".properties")) {
            return;
        }
        var matcher = NAME.matcher(file);
        if (!matcher.matches()) {
            problems.minor(
                    Place.wholeFile(file), "", "is no message bundle by its name", "name it x-messages_en.properties");
            return;
        }
        var locale = matcher.group(1) == null ? "en" : matcher.group(1).replace('_', '-');
        var path = Objects.requireNonNull(sources.path(file));
        try {
            if (Files.size(path) > MAX_SIZE) {
                problems.severe(Place.wholeFile(file), "", "is larger than %d bytes".formatted(MAX_SIZE), "split it");
                return;
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path)));
            var properties = new Properties();
            properties.load(new StringReader(text.toString()));
            for (var key : properties.stringPropertyNames()) {
                messages.computeIfAbsent(key, ignored -> new TreeMap<>()).put(locale, properties.getProperty(key));
            }
        } catch (CharacterCodingException e) {
            problems.severe(Place.wholeFile(file), "", "is not UTF-8", "save it as UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            problems.severe(Place.wholeFile(file), "", "cannot be read: " + e.getMessage(), null);
        }
    }
}
