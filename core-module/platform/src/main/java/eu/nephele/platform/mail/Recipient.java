package eu.nephele.platform.mail;

/** @param name in words, for the salutation */
public record Recipient(String name, String address) {}
