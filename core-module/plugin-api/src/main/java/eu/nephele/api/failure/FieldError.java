package eu.nephele.api.failure;

/**
 * What is wrong with one field of an entry or one parameter of a request.
 *
 * @param field the property path ({@code title_de}, {@code markets/markets0/country}) or the parameter's name
 * @param rule the rule that failed: {@code required}, {@code type}, {@code maxLength}, {@code unknown}, ...
 * @param message names the wrong value and the cure
 */
public record FieldError(String field, String rule, String message) {}
