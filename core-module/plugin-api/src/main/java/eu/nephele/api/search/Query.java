package eu.nephele.api.search;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What documents must meet. Text is already analyzed: queries speak of tokens. A field that the schema lacks meets nothing; one
 * that is of another kind in all the indexes searched is refused. Only tokens, prefixes and phrases score.
 */
public sealed interface Query {

    /** Whether what meets it may differ in its score. */
    default boolean scores() {
        return switch (this) {
            case Token token -> true;
            case TokenPrefix prefix -> true;
            case TokenFuzzy fuzzy -> true;
            case Constant constant -> true;
            case Phrase phrase -> true;
            case Boosted boosted -> boosted.query().scores();
            case AllOf all -> all.queries().stream().anyMatch(Query::scores);
            case AnyOf any -> any.queries().stream().anyMatch(Query::scores);
            case Best best -> best.queries().stream().anyMatch(Query::scores);
            default -> false;
        };
    }

    record All() implements Query {}

    record AllOf(List<Query> queries) implements Query {
        public AllOf {
            queries = List.copyOf(queries);
        }
    }

    record AnyOf(List<Query> queries) implements Query {
        public AnyOf {
            queries = List.copyOf(queries);
        }
    }

    record Not(Query query) implements Query {}

    /** Scores as the best of its parts, plus {@code tieBreaker} times the others. */
    record Best(List<Query> queries, double tieBreaker) implements Query {
        public Best {
            queries = List.copyOf(queries);
        }
    }

    record Boosted(Query query, double boost) implements Query {}

    /** Scores exactly so much, however well the query is met: not negative. */
    record Constant(Query query, double score) implements Query {}

    /** KEYWORD: has at least one of the values. */
    record Terms(String field, Set<String> values) implements Query {
        public Terms {
            values = Set.copyOf(values);
        }
    }

    /** KEYWORD: has a value within the bounds, by code point; null is open. */
    record KeywordRange(
            String field,
            @Nullable String from,
            boolean fromIncluded,
            @Nullable String to,
            boolean toIncluded) implements Query {}

    /** LONG: has a value within the bounds, both included. Long.MIN_VALUE and MAX_VALUE are open. */
    record LongRange(String field, long from, long to) implements Query {}

    /** DOUBLE: has a value within the bounds; infinities are open. */
    record DoubleRange(String field, double from, boolean fromIncluded, double to, boolean toIncluded)
            implements Query {}

    /** KEYWORD: has a value that matches; {@code *} stands for any characters, {@code ?} for one, a backslash takes their meaning away. */
    record Wildcard(String field, String pattern) implements Query {}

    /** Any kind but SORT: has a value. */
    record Exists(String field) implements Query {}

    /** TOKENS: has the token. */
    record Token(String field, String token) implements Query {}

    /** TOKENS: has a token that starts so. */
    record TokenPrefix(String field, String prefix) implements Query {}

    /**
     * TOKENS: has a token that becomes this one by so many edits or fewer: a character more, less or another, or two neighbours
     * exchanged (no character is edited twice). Within two edits the first character is the same. Refused with INVALID_QUERY is a token of
     * fewer than three characters for each edit, for it is like too many others.
     *
     * @param edits 1 or 2
     */
    record TokenFuzzy(String field, String token, int edits) implements Query {

        private static final int LEAST_CHARACTERS_PER_EDIT = 3;

        public TokenFuzzy {
            var length = token.codePointCount(0, token.length());
            if (edits < 1 || edits > 2 || length < LEAST_CHARACTERS_PER_EDIT * edits) {
                throw new PlatformException(
                        ErrorCode.INVALID_QUERY,
                        "A word of %d characters cannot be sought with %d typos".formatted(length, edits));
            }
        }
    }

    /**
     * TOKENS: has the tokens one after the other.
     *
     * @param slop by how many places in all the tokens may stand elsewhere: with 1 another may lie between two, with 2 two may be exchanged
     */
    record Phrase(String field, List<String> tokens, int slop) implements Query {
        public Phrase {
            tokens = List.copyOf(tokens);
        }

        public Phrase(String field, List<String> tokens) {
            this(field, tokens, 0);
        }
    }

    /** GEO: within so many metres. */
    record GeoDistance(String field, GeoPoint origin, double metres) implements Query {}

    /** GEO: in the box; west may be east of east where the box crosses the date line. */
    record GeoBox(String field, double north, double west, double south, double east) implements Query {}
}
