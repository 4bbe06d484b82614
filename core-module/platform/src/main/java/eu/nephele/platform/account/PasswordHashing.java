package eu.nephele.platform.account;

/** A slow, salted hash for passwords. Both methods may be called from many threads. */
public interface PasswordHashing {

    /** A hash with its salt and parameters, different at every call. */
    String hash(String password);

    boolean matches(String password, String hash);
}
