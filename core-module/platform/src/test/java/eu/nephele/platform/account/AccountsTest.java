package eu.nephele.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.audit.AuditLog;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final AccountSettings SETTINGS =
            new AccountSettings(3, Duration.ofSeconds(10), Duration.ofMinutes(10), 2);

    private final AtomicInteger hashed = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private ContentRepository repository;
    private Accounts accounts;

    @BeforeEach
    void open() {
        repository = ContentRepository.open(RepositorySettings.inMemory());
        accounts = accounts();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void theGivenPasswordOpensTheAdministratorsAccount() {
        assertThat(accounts.prepareAdministrator("open sesame")).isEmpty();

        assertThat(accounts.authenticate("admin", "open sesame", "here").name()).isEqualTo("admin");
    }

    @Test
    void aPasswordIsGeneratedOnceAndStaysInForce() {
        var generated = accounts.prepareAdministrator(null).orElseThrow();

        assertThat(generated).hasSizeGreaterThanOrEqualTo(20);
        assertThat(accounts().prepareAdministrator(null)).isEmpty();
        assertThat(accounts().authenticate("admin", generated, "here").name()).isEqualTo("admin");
    }

    @Test
    void anotherGivenPasswordReplacesTheOldOne() {
        accounts.prepareAdministrator("first");
        accounts.authenticate("admin", "first", "here");
        accounts.prepareAdministrator("second");

        assertRefused(ErrorCode.NOT_AUTHENTICATED, "admin", "first");
        assertThat(accounts.authenticate("admin", "second", "here").name()).isEqualTo("admin");
    }

    @Test
    void aVerifiedPasswordIsNotHashedAgain() {
        accounts.prepareAdministrator("open sesame");
        accounts.authenticate("admin", "open sesame", "here");
        var before = hashed.get();

        accounts.authenticate("admin", "open sesame", "here");

        assertThat(hashed).hasValue(before);
    }

    @Test
    void anUnknownNameCostsAsMuchAsAWrongPasswordAndReadsTheSame() {
        accounts.prepareAdministrator("open sesame");
        assertRefused(ErrorCode.NOT_AUTHENTICATED, "nobody", "x");
        var before = hashed.get();
        var unknown = assertRefused(ErrorCode.NOT_AUTHENTICATED, "somebody", "x");
        var wrong = assertRefused(ErrorCode.NOT_AUTHENTICATED, "admin", "x");

        assertThat(hashed).hasValue(before + 2);
        assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
    }

    @Test
    void whoGuessesHasToWaitLongerAndLonger() {
        accounts.prepareAdministrator("open sesame");
        for (var guess = 0; guess < 3; guess++) {
            assertRefused(ErrorCode.NOT_AUTHENTICATED, "admin", "guess" + guess);
        }

        assertRefused(ErrorCode.TOO_MANY_ATTEMPTS, "admin", "open sesame");
        now.set(now.get().plusSeconds(1));
        assertRefused(ErrorCode.NOT_AUTHENTICATED, "admin", "another guess");
        now.set(now.get().plusSeconds(1));
        assertRefused(ErrorCode.TOO_MANY_ATTEMPTS, "admin", "open sesame");
        assertThat(accounts.authenticate("admin", "open sesame", "elsewhere").name())
                .isEqualTo("admin");
        now.set(now.get().plusSeconds(1));
        assertThat(accounts.authenticate("admin", "open sesame", "here").name()).isEqualTo("admin");
    }

    @Test
    void theWaitHasALongestLength() {
        accounts.prepareAdministrator("open sesame");
        for (var guess = 0; guess < 30; guess++) {
            assertRefused(ErrorCode.NOT_AUTHENTICATED, "admin", "guess");
            now.set(now.get().plus(SETTINGS.longestWait()));
        }

        assertThat(accounts.authenticate("admin", "open sesame", "here").name()).isEqualTo("admin");
    }

    @Test
    void namesThatAreNoNamesAreUnknownOnes() {
        for (var name : new String[] {"", "../admin", "admin/x", "a\u0000b", "x".repeat(65), "jcr:content"}) {
            assertRefused(ErrorCode.NOT_AUTHENTICATED, name, "x");
        }
    }

    @Test
    void whoHasAnExpiredTokenIsToldWhichAndWhoHasNoneIsNot() {
        accounts.prepareAdministrator("open sesame");
        var made = new Tokens(repository, now::get)
                .make(
                        "admin",
                        "website",
                        Duration.ofDays(1),
                        new Token.TokenScope(List.of(), List.of(), List.of(), null));
        assertThat(accounts.withToken(made.text(), "here").name()).isEqualTo("admin");

        now.set(now.get().plus(Duration.ofDays(1)));

        assertThatThrownBy(() -> accounts.withToken(made.text(), "here"))
                .hasMessageContaining(
                        "The token `website` expired on " + made.token().expires())
                .hasMessageContaining("make a new one");
        assertThatThrownBy(() -> accounts.withToken("nph_" + "x".repeat(43), "here"))
                .hasMessageContaining("unknown or was revoked");
    }

    private Accounts accounts() {
        var sessions = new Sessions(repository, SessionSettings.DEFAULT, now::get);
        return new Accounts(
                repository,
                TestingDefinitions::none,
                sessions,
                new CountingHash(),
                SETTINGS,
                new AuditLog(repository, now::get),
                now::get);
    }

    private PlatformException assertRefused(ErrorCode code, String name, String password) {
        var refusal = new AtomicReference<PlatformException>();
        assertThatThrownBy(() -> accounts.authenticate(name, password, "here"))
                .isInstanceOfSatisfying(PlatformException.class, error -> {
                    assertThat(error.code()).isEqualTo(code);
                    refusal.set(error);
                });
        return refusal.get();
    }

    /** No hash at all, but it counts. */
    private final class CountingHash implements PasswordHashing {

        @Override
        public String hash(String password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            hashed.incrementAndGet();
            return hash.equals(hash(password));
        }
    }
}
