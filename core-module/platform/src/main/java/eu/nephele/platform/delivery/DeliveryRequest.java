package eu.nephele.platform.delivery;

import eu.nephele.platform.access.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of an endpoint.
 *
 * @param path below {@code /.rest/}, decoded, without leading slash: {@code delivery/champions/upper-adriatic}. One that is not in
 *     its normal form (empty, {@code .} or {@code ..} segments) is not found
 * @param parameters in the order given, decoded
 * @param acceptedLanguages a language priority list such as {@code de-CH, de;q=0.9, *;q=0.1}; null when there is none
 * @param reader who asks: everybody is answered the same, but only administrators why entries were found
 */
public record DeliveryRequest(
        String path, List<Parameter> parameters, @Nullable String acceptedLanguages, Actor reader) {

    public record Parameter(String name, String value) {}

    public DeliveryRequest {
        parameters = List.copyOf(parameters);
    }

    /** Of a visitor. */
    public DeliveryRequest(String path, List<Parameter> parameters, @Nullable String acceptedLanguages) {
        this(path, parameters, acceptedLanguages, Actor.anonymous());
    }

    public static DeliveryRequest of(String path, Parameter... parameters) {
        return new DeliveryRequest(path, List.of(parameters), null);
    }
}
