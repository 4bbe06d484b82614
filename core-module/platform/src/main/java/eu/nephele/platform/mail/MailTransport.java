package eu.nephele.platform.mail;

/** The way to the mail server. */
public interface MailTransport {

    /** For some letters one after the other. */
    interface Connection extends AutoCloseable {

        /** When it comes back, the server has taken the letter over. */
        void send(MailMessage message) throws Away, Postponed, Refused;

        @Override
        void close();
    }

    Connection connect() throws Away;

    /** The server is away, does not let us in or breaks off: nothing can be sent at present. */
    final class Away extends Exception {
        public Away(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** This letter is not taken now, and perhaps later. */
    final class Postponed extends Exception {
        public Postponed(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** This letter is never taken: there is no such mailbox. */
    final class Refused extends Exception {
        public Refused(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
