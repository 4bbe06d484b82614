package eu.nephele.webapp.editorapi;

/** @param maxPageSize entries in one list */
public record EditorLimits(int maxPageSize) {}
