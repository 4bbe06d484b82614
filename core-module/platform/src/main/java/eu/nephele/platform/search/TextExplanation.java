package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says why entries were found by a text: which word of it, where, as what, and what that scores. Made once for a question. */
public final class TextExplanation {

    /**
     * The best find of a word in a property.
     *
     * @param typed the word or phrase that was typed
     * @param property with those it is nested in: {@code sections/heading}
     * @param locale of the text; null for one of no particular language
     * @param found as it is written there
     * @param score what it adds where it is the best of all finds of the word: the match's weight times the property's boost
     */
    public record Match(
            String typed, String property, @Nullable String locale, String found, TextMatch match, double score) {}

    private record Language(@Nullable LocaleDefinition locale, TextAnalysis analysis, TextFinds finds) {}

    private final Definitions definitions;
    private final EntryQuery query;
    private final @Nullable LocaleDefinition reader;
    private final List<Language> languages = new ArrayList<>();
    private final Map<String, DocumentBuilder> builders = new HashMap<>();

    /** @param mistyped whether words with typos were found: {@link EntryPage#mistyped()} */
    public TextExplanation(Definitions definitions, Synonyms synonyms, EntryQuery query, boolean mistyped) {
        this.definitions = definitions;
        this.query = query;
        this.reader = definitions.site().locale(query.locale()).orElse(null);
        if (query.text() == null || reader == null) {
            return;
        }
        var parts = TextQuery.withoutStopWords(
                SearchText.parse(query.text()), TextAnalysis.of(reader.analyzer(), reader.id()));
        add(reader, synonyms.in(reader), parts, mistyped);
        reader.fallbacks().stream()
                .filter(id -> !id.equals(reader.id()))
                .flatMap(id -> definitions.site().locale(id).stream())
                .forEach(locale -> add(locale, synonyms.in(locale), parts, mistyped));
        add(null, Synonyms.none(), parts, mistyped);
    }

    private void add(
            @Nullable LocaleDefinition locale, Synonyms.Table synonyms, List<SearchText.Part> parts, boolean mistyped) {
        var analysis = locale == null
                ? TextAnalysis.of(DocumentTexts.NEUTRAL_PROFILE)
                : TextAnalysis.of(locale.analyzer(), locale.id());
        languages.add(
                new Language(locale, analysis, new TextFinds(new TypedText(analysis, parts, synonyms), mistyped)));
    }

    /** For each word typed and each property that it is found in; what scores most comes first. */
    public List<Match> of(String contentType, ContentNode entry) {
        var texts = builder(contentType).texts(entry);
        var best = new LinkedHashMap<List<@Nullable Object>, Match>();
        for (var text : texts.texts()) {
            for (var language : languages) {
                if (isSearchedIn(language, text, texts)) {
                    matches(language, text)
                            .forEach(match -> best.merge(
                                    Arrays.asList(match.typed(), match.property(), match.locale()),
                                    match,
                                    (one, other) -> other.score() > one.score() ? other : one));
                }
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .toList();
    }

    private boolean isSearchedIn(Language language, DocumentTexts.Text text, DocumentTexts texts) {
        return Objects.equals(language.locale(), text.locale())
                && (language.locale() == null
                        || language.locale() == reader
                        || texts.falls(Objects.requireNonNull(reader), language.locale()));
    }

    private static List<Match> matches(Language language, DocumentTexts.Text text) {
        var words = language.analysis().words(text.text());
        return language.finds().all(words).stream()
                .map(find -> new Match(
                        find.part().typed().text(),
                        text.property(),
                        text.locale() == null ? null : text.locale().id(),
                        text.text()
                                .substring(
                                        words.get(find.places().getFirst()).start(),
                                        words.get(find.places().getLast()).end()),
                        find.match(),
                        find.match().weight() * text.boost()))
                .toList();
    }

    private DocumentBuilder builder(String contentType) {
        return builders.computeIfAbsent(
                contentType,
                name -> new DocumentBuilder(
                        definitions, definitions.contentTypes().get(name), query.perspective()));
    }
}
