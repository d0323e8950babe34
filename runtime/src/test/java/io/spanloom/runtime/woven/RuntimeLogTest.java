package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RuntimeLogTest {

  @Test
  void namesLoggerAndNoInternalClass() {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            lines.add(new SimpleFormatter().format(record));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.spanloom");
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      RuntimeLog.log(Level.WARNING, "'{0}' {is} no pattern", new IllegalStateException("cause"));
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(handler);
    }

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("IllegalStateException: cause")
        .contains("'{0}' {is} no pattern");
    assertThat(lines.get(0).lines()).first().asString().endsWith(" io.spanloom");
  }

  @Test
  @Tag("slow")
  void noOtherClassLogs() {
    DescribedPredicate<JavaClass> other =
        DescribedPredicate.describe(
            "are not RuntimeLog", type -> !type.isEquivalentTo(RuntimeLog.class));
    ArchRuleDefinition.noClasses()
        .that(other)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Logger.class)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.spanloom.runtime"));
  }
}
