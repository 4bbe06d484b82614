package eu.nephele.webapp.editorapi;

/**
 * @param maxPageSize entries in one list
 * @param maxOffset the furthest entry that a list reaches
 */
public record EditorLimits(int maxPageSize, int maxOffset) {}
