package eu.nephele.platform.delivery;

/**
 * An entry as it would be delivered.
 *
 * @param address the path that readers would find it at
 * @param json the answer
 */
public record Preview(String address, String json) {}
