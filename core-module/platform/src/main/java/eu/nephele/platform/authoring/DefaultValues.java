package eu.nephele.platform.authoring;

import eu.nephele.api.content.Value;

/** A definition's default value as an author would have given it. */
final class DefaultValues {

    private DefaultValues() {}

    static Object plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Flag(boolean flag) -> flag;
            case Value.Whole(long number) -> number;
            case Value.Real(double number) -> number;
            case Value.Exact exact -> exact.number();
            case Value.Moment moment -> moment.moment().toString();
            case Value.Many many ->
                many.values().stream().map(DefaultValues::plain).toList();
        };
    }
}
