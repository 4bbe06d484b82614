package eu.nephele.platform.search;

/** @param property the name as in {@link PropertyFilter}, or {@code @score} for the best text match first */
public record EntrySort(String property, boolean descending) {}
