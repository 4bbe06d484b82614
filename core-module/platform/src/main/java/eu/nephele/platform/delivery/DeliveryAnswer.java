package eu.nephele.platform.delivery;

import eu.nephele.platform.definition.EndpointDefinition.CachePolicy;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer.
 *
 * @param languageTag BCP 47; null where the values are raw or have no language
 * @param negotiated whether the accepted languages may have decided the language
 * @param surrogateKeys what the answer was made of: {@code entry-<id>}, {@code type-<name>}, {@code vocabulary-<name>}, parted by
 *     spaces; a cache may drop the answer when one of them changes
 */
public record DeliveryAnswer(
        Body body, @Nullable String languageTag, boolean negotiated, CachePolicy cache, String surrogateKeys) {}
