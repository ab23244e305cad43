package org.rulewright.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a fresh, migrated PostgreSQL database of its own.
 *
 * <p>Constructors and methods may ask for a {@link javax.sql.DataSource}, a {@link
 * org.springframework.jdbc.core.simple.JdbcClient}, a {@link
 * org.springframework.transaction.support.TransactionTemplate} or {@link
 * org.springframework.transaction.PlatformTransactionManager} (all of the runtime role; marked
 * {@link Owner} or {@link Superuser} of that one), or for the whole {@link TestDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {

  /** Marks a parameter that works as the role that migrates. */
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Owner {}

  /** Marks a parameter that works past every protection, to tamper. */
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Superuser {}
}
