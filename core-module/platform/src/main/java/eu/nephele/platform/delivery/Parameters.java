package eu.nephele.platform.delivery;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, sorted into those that Magnolia's editor and clients add to every address and that mean nothing here,
 * those with a meaning of their own, and the rest.
 */
final class Parameters {

    static final String LANGUAGE = "lang";

    private static final Set<String> CONTEXT = Set.of(LANGUAGE, "variants", "subid_token");
    private static final String CONTEXT_PREFIX = "mgnl";

    private final Map<String, String> own = new LinkedHashMap<>();
    private final List<Parameter> rest = new ArrayList<>();
    private final @Nullable String language;
    private final DeliverySettings settings;

    /** @param known names of the parameters that may be given once */
    Parameters(List<Parameter> parameters, Set<String> known, DeliverySettings settings) {
        this.settings = settings;
        language = language(parameters);
        if (parameters.size() > settings.maxParameters()) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    "",
                    "%d parameters are too many: at most %d".formatted(parameters.size(), settings.maxParameters()));
        }
        for (var parameter : parameters) {
            var name = parameter.name();
            if (Math.max(name.length(), parameter.value().length()) > settings.maxParameterLength()) {
                throw Refusal.invalid(
                        ErrorCode.BAD_REQUEST,
                        name,
                        "%s is too long: at most %d characters"
                                .formatted(Refusal.quoted(name), settings.maxParameterLength()));
            }
            if (known.contains(name)) {
                if (own.put(name, parameter.value()) != null) {
                    throw Refusal.invalid(
                            ErrorCode.BAD_REQUEST, name, "%s is given twice".formatted(Refusal.quoted(name)));
                }
            } else if (!isContext(name)) {
                rest.add(parameter);
            }
        }
    }

    /** What {@code lang} says first; null when it is not there. */
    static @Nullable String language(List<Parameter> parameters) {
        for (var parameter : parameters) {
            if (parameter.name().equals(LANGUAGE)) {
                return parameter.value();
            }
        }
        return null;
    }

    private static boolean isContext(String name) {
        return CONTEXT.contains(name) || (name.startsWith(CONTEXT_PREFIX) && name.indexOf(':') < 0);
    }

    @Nullable
    String language() {
        return language;
    }

    boolean has(String name) {
        return own.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return own.get(name);
    }

    int number(String name, int otherwise, int least, int most) {
        var text = own.get(name);
        return text == null ? otherwise : number(name, text, least, most);
    }

    static int number(String name, String text, int least, int most) {
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of bounds.
        }
        throw Refusal.value(name, text, "a whole number from %d to %d".formatted(least, most));
    }

    boolean flag(String name) {
        var text = own.get(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refusal.value(name, text, "true or false");
        }
        return "true".equals(text);
    }

    /** Parted by commas, each once; empty when the parameter is not there. */
    List<String> names(String name) {
        var text = own.get(name);
        if (text == null) {
            return List.of();
        }
        var names = Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
        if (names.contains("")) {
            throw Refusal.value(name, text, "names parted by commas");
        }
        if (names.size() > settings.maxValues()) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    name,
                    "%s has %d names: at most %d".formatted(Refusal.quoted(name), names.size(), settings.maxValues()));
        }
        return names;
    }

    List<Parameter> rest() {
        return rest;
    }
}
