package eu.nephele.api.search;

/** A point on the globe in degrees (WGS 84). */
public record GeoPoint(double latitude, double longitude) {}
