package eu.nephele.webapp.app;

import eu.nephele.platform.account.AccountSettings;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.PasswordHashing;
import eu.nephele.platform.account.SessionSettings;
import eu.nephele.platform.account.Sessions;
import eu.nephele.platform.audit.AuditLog;
import eu.nephele.platform.audit.ChangeRecorder;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.http.AuthenticationErrors;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.LocalToken;
import eu.nephele.webapp.http.LoginMethods;
import eu.nephele.webapp.http.OpenIdLogin;
import eu.nephele.webapp.http.PasswordCheck;
import eu.nephele.webapp.http.SameOrigin;
import eu.nephele.webapp.http.SessionLogin;
import eu.nephele.webapp.http.TokenLogin;
import java.time.Clock;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

@Configuration(proxyBeanMethods = false)
class AccountWiring {

    /** Delivery and assets are public and have no security filter in front of them at all. */
    private static final String[] GUARDED = {"/.rest/editor/*", "/.rest/ops/*", "/.rest/definitions/*"};

    /** Behind the filters, but for everybody. */
    private static final String[] OPEN = {"/.rest/ops/health/**", "/.rest/editor/v1/login/**", "/.rest/editor/v1/logout"
    };

    @Bean
    Sessions sessions(ContentRepository repository, Clock clock) {
        return new Sessions(repository, SessionSettings.DEFAULT, clock);
    }

    @Bean
    AuditLog auditLog(ContentRepository repository, Clock clock) {
        return new AuditLog(repository, clock);
    }

    /** Every write of content is recorded, from the change log. */
    @Bean
    ChangeFeed.Subscription changeRecorder(AuditLog audit, ContentRepository repository, ChangeFeed feed) {
        return new ChangeRecorder(audit, repository.lease("audit")).follow(feed);
    }

    @Bean
    Accounts accounts(
            ContentRepository repository,
            CurrentDefinitions definitions,
            Sessions sessions,
            AuditLog audit,
            Clock clock) {
        return new Accounts(repository, definitions, sessions, argon2(), AccountSettings.DEFAULT, audit, clock);
    }

    @Bean
    LocalToken localToken() {
        return new LocalToken();
    }

    @Bean
    LoginMethods loginMethods(NepheleSettings settings) {
        var openId = settings.login().openId();
        return new LoginMethods(
                true, openId.settings() == null ? null : new LoginMethods.Provider(openId.label(), OpenIdLogin.START));
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Accounts accounts, LocalToken localToken, ErrorWriter errors, NepheleSettings settings) {
        var refusals = new AuthenticationErrors(errors);
        var openId = settings.login().openId().settings();
        if (openId != null) {
            new OpenIdLogin(openId, accounts, errors).addTo(http);
        }
        return http.authenticationProvider(new PasswordCheck(accounts, localToken))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .addFilterBefore(new SessionLogin(accounts, errors), BasicAuthenticationFilter.class)
                .addFilterBefore(new TokenLogin(accounts, errors), BasicAuthenticationFilter.class)
                .addFilterBefore(new SameOrigin(errors), AuthorizationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Writes with a cookie need the token that SessionLogin asks for; those with a password are refused by
                // their Origin.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.addUrlPatterns(GUARDED);
        return registration;
    }

    private static PasswordHashing argon2() {
        var encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        return new PasswordHashing() {
            @Override
            public String hash(String password) {
                return encoder.encode(password);
            }

            @Override
            public boolean matches(String password, String hash) {
                return encoder.matches(password, hash);
            }
        };
    }
}
