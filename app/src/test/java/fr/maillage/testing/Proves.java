package fr.maillage.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The requirements of `docs/requirements.csv` whose number, rule or refusal this test really
/// asserts: `@Proves("REQ-PPS-03")`.
///
/// On a method: proven when every execution of it passes. On a class: proven when every test of the
/// class passes.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Proves {
    /// Identifiers of the catalogue; an unknown one stops the build’s last step.
    String[] value();
}
