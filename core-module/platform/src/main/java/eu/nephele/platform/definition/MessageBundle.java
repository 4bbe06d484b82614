package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Place;
import eu.nephele.platform.definition.internal.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The labels of one file {@code i18n/*-messages_<locale>.properties}, in UTF-8; without a locale in its name, English. */
record MessageBundle(String locale, Map<String, String> labels) {

    private static final Pattern NAME =
            Pattern.compile(".*messages(?:_([A-Za-z]{2,3}(?:_[A-Za-z0-9]+)*))?\\.properties");
    private static final int MAX_SIZE = 3 * 1024 * 1024;

    MessageBundle {
        labels = Map.copyOf(labels);
    }

    /** Null when the file cannot be used. */
    static @Nullable MessageBundle read(String file, Path path, Problems problems) {
        var place = Place.wholeFile(file);
        var matcher = NAME.matcher(file);
        if (!matcher.matches()) {
            problems.minor(place, "", "is no message bundle by its name", "name it x-messages_en.properties");
            return null;
        }
        try {
            if (Files.size(path) > MAX_SIZE) {
                problems.severe(place, "", "is larger than %d bytes".formatted(MAX_SIZE), "split it");
                return null;
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path)));
            var properties = new Properties();
            properties.load(new StringReader(text.toString()));
            var labels = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> labels.put(key, properties.getProperty(key)));
            var locale = matcher.group(1) == null ? "en" : matcher.group(1).replace('_', '-');
            return new MessageBundle(locale, labels);
        } catch (CharacterCodingException e) {
            problems.severe(place, "", "is not UTF-8", "save it as UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            problems.severe(place, "", "cannot be read: " + e.getMessage(), null);
        }
        return null;
    }
}
