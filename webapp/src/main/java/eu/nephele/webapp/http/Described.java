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

    String value();

    String takes() default "";

    String gives() default "";

    /** Of the answer, where it is not JSON. */
    String mediaType() default "application/json";
}
