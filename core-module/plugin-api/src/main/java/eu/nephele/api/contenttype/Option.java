package eu.nephele.api.contenttype;

/** A choice of a property: the stored value and its label (or label key). */
public record Option(String value, String label) {}
