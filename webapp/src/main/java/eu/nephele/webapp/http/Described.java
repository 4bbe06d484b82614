package eu.nephele.webapp.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the description of the API says of a route beside its path, parameters and types: one sentence, and the names of the schemas of
 * a body or an answer that is no record.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {

    /** In {@link #takes}: the request has no body. */
    String NOTHING = "nothing";

    String value();

    String takes() default "";

    /** Of the body, where it is not JSON. */
    String takesMediaType() default "";

    String gives() default "";

    /** Of the answer, where it is not JSON. */
    String mediaType() default "application/json";
}
