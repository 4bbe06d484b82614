package eu.nephele.webapp.app;

import eu.nephele.platform.account.AccountSettings;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.PasswordHashing;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.http.AuthenticationErrors;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.LocalToken;
import eu.nephele.webapp.http.PasswordCheck;
import eu.nephele.webapp.http.SameOrigin;
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

@Configuration(proxyBeanMethods = false)
class AccountWiring {

    /** Delivery and assets are public and have no security filter in front of them at all. */
    private static final String[] GUARDED = {"/.rest/editor/*", "/.rest/ops/*", "/.rest/definitions/*"};

    @Bean
    Accounts accounts(ContentRepository repository, Clock clock) {
        return new Accounts(repository, argon2(), AccountSettings.DEFAULT, clock);
    }

    @Bean
    LocalToken localToken() {
        return new LocalToken();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Accounts accounts, LocalToken localToken, ErrorWriter errors) {
        var refusals = new AuthenticationErrors(errors);
        return http.authenticationProvider(new PasswordCheck(accounts, localToken))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/.rest/ops/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SameOrigin(errors), AuthorizationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie is ever set: what a foreign page could make a browser send is refused by its Origin.
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
