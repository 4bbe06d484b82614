package eu.nephele.platform.delivery;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.delivery.QueryParser.Parsed;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.Highlighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What to offer where nothing is found: other spellings of the text, and what is found without each of the filters. */
final class EmptyPage {

    /** Each costs a search. */
    private static final int MAX_DROPPED = 10;

    private static final EntryPage NOTHING = new EntryPage(0, List.of(), Map.of(), null);
    private static final Pattern MARKED = Pattern.compile("<mark>([^<]+)</mark>");
    private static final int MAX_READ = 20_000;

    private final EndpointPlan plan;
    private final Items items;
    private final LiveSearch search;
    private final Language language;

    EmptyPage(EndpointPlan plan, Items items, LiveSearch search, Language language) {
        this.plan = plan;
        this.items = items;
        this.search = search;
        this.language = language;
    }

    void write(JsonGenerator json, Parsed parsed) {
        json.writeName("didYouMean");
        json.writeStartArray();
        var query = parsed.query();
        for (var text : inTime(() -> search.respellings(query), List.<String>of())) {
            var page = inTime(() -> search.search(query.asking(text, query.filters())), NOTHING);
            if (page.total() > 0) {
                json.writeStartObject();
                json.writeStringProperty(
                        "q",
                        new Hits(plan, page.hits(), items, language)
                                .items(ItemOptions.ALL).stream()
                                        .findFirst()
                                        .map(item -> asWritten(text, item))
                                        .orElse(text));
                json.writeNumberProperty("total", page.total());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeName("withoutFilter");
        json.writeStartArray();
        withoutEach(json, parsed);
        json.writeEndArray();
    }

    private void withoutEach(JsonGenerator json, Parsed parsed) {
        var query = parsed.query();
        var given = parsed.filters();
        for (var i = 0; i < Math.min(given.size(), MAX_DROPPED); i++) {
            var others = new ArrayList<>(query.filters());
            others.remove(i);
            without(json, given.get(i).name(), given.get(i).value(), query.asking(query.text(), others));
        }
        if (query.text() != null && !given.isEmpty()) {
            without(json, "q", query.text(), query.asking(null, query.filters()));
        }
    }

    private void without(JsonGenerator json, String parameter, String value, EntryQuery rest) {
        var total = inTime(() -> search.search(rest), NOTHING).total();
        if (total > 0) {
            json.writeStartObject();
            json.writeStringProperty("parameter", parameter);
            json.writeStringProperty("value", value);
            json.writeNumberProperty("total", total);
            json.writeEndObject();
        }
    }

    /** A hint that cannot be had in time is left out: that nothing was found is an answer by itself. */
    private static <T> T inTime(Supplier<T> hint, T otherwise) {
        try {
            return hint.get();
        } catch (PlatformException failure) {
            if (failure.code() == ErrorCode.SEARCH_UNAVAILABLE) {
                return otherwise;
            }
            throw failure;
        }
    }

    /** The index knows words without accents: how they are written is read off an entry that has them. */
    private String asWritten(String text, Item item) {
        var texts = new ArrayList<String>();
        collect(JsonMapper.shared().readTree(item.body().json()), texts);
        var words = new ArrayList<String>();
        for (var word : text.split(" ")) {
            words.add(
                    word.startsWith("-") || word.startsWith("\"")
                            ? word
                            : written(word, texts).orElse(word));
        }
        return String.join(" ", words);
    }

    private Optional<String> written(String word, List<String> texts) {
        var locale = plan.endpoints.definitions.site().locale(language.id());
        if (locale.isEmpty()) {
            return Optional.empty();
        }
        // In quotes: the word itself, and no other form of it.
        var highlighting = Highlighting.of(locale.get(), '"' + word + '"', plan.endpoints.synonyms, false);
        return texts.stream()
                .flatMap(text -> highlighting.snippet(text).stream())
                .map(MARKED::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1)
                        .toLowerCase(Locale.forLanguageTag(locale.get().languageTag())))
                .findFirst();
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            var text = node.stringValue();
            texts.add(text.substring(0, Math.min(text.length(), MAX_READ)));
        } else {
            node.values().forEach(child -> collect(child, texts));
        }
    }
}
