package eu.nephele.platform.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of an endpoint.
 *
 * @param path below {@code /.rest/}, decoded, without leading slash: {@code delivery/champions/upper-adriatic}. One that is not in
 *     its normal form (empty, {@code .} or {@code ..} segments) is not found
 * @param parameters in the order given, decoded
 * @param acceptedLanguages a language priority list such as {@code de-CH, de;q=0.9, *;q=0.1}; null when there is none
 */
public record DeliveryRequest(
        String path, List<Parameter> parameters, @Nullable String acceptedLanguages) {

    public record Parameter(String name, String value) {}

    public DeliveryRequest {
        parameters = List.copyOf(parameters);
    }

    public static DeliveryRequest of(String path, Parameter... parameters) {
        return new DeliveryRequest(path, List.of(parameters), null);
    }
}
