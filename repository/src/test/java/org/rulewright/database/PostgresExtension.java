package org.rulewright.database;

import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands a test class its database. */
final class PostgresExtension implements ParameterResolver {

  private static final Set<Class<?>> GIVEN =
      Set.of(
          DataSource.class,
          JdbcClient.class,
          PlatformTransactionManager.class,
          TransactionTemplate.class,
          TestDatabase.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return GIVEN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var database = database(context);
    var source = source(parameter, database);
    var type = parameter.getParameter().getType();
    if (type == TestDatabase.class) {
      return database;
    } else if (type == DataSource.class) {
      return source;
    } else if (type == JdbcClient.class) {
      return JdbcClient.create(source);
    } else if (type == TransactionTemplate.class) {
      return new TransactionTemplate(new JdbcTransactionManager(source));
    }
    return new JdbcTransactionManager(source);
  }

  private static DataSource source(ParameterContext parameter, TestDatabase database) {
    if (parameter.isAnnotated(PostgresTest.Owner.class)) {
      return database.owner();
    }
    return parameter.isAnnotated(PostgresTest.Superuser.class)
        ? database.superuser()
        : database.runtime();
  }

  /** Kept in the store of the test class, which closes it after the class. */
  private static TestDatabase database(ExtensionContext context) {
    var ofClass = context;
    while (ofClass.getTestMethod().isPresent()) {
      ofClass = ofClass.getParent().orElseThrow();
    }
    return ofClass
        .getStore(Namespace.create(PostgresExtension.class))
        .computeIfAbsent(
            ofClass.getRequiredTestClass(), type -> TestDatabase.fresh(), TestDatabase.class);
  }
}
