package io.spanloom.weaver.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.spanloom.weaver.AspectState;
import io.spanloom.weaver.ModulePath;
import java.nio.file.Path;
import java.util.Set;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules whose classes javac weaves. */
@Tag("slow")
final class JavacModulesTest {

  private static final String PLACE = "place(Ljava/lang/String;)V";

  @TempDir Path folder;

  @Test
  void weavesSeveralModulesOfOneCompilation() throws Exception {
    Compilation compilation =
        Compilation.in(folder)
            .source("shop.base/module-info.java", module("shop.base", "exports base;"))
            .source("shop.base/base/Base.java", traced("base", "Base", "base.plain.Plain"))
            .source(
                "shop.base/base/plain/Plain.java", "package base.plain;\npublic class Plain {}\n")
            .source("shop.app/module-info.java", module("shop.app", "requires shop.base;"))
            .source("shop.app/shop/Orders.java", traced("shop", "Orders", "base.Base"))
            .options(
                "--module-source-path",
                folder.resolve("src").toString(),
                "--module-path",
                ModulePath.in(folder));

    Compilation.Result result = compilation.run();

    assertThat(result.messages(Kind.ERROR)).isEmpty();
    assertThat(result.messages(Kind.NOTE))
        .containsExactly("[SPL098] 2 traced methods in 2 classes.");
    assertWoven(compilation.output().resolve("shop.base"), "base.Base");
    assertWoven(compilation.output().resolve("shop.app"), "shop.Orders");
  }

  private static String module(String name, String directives) {
    return "module "
        + name
        + " { requires io.spanloom.runtime; requires static io.spanloom; "
        + directives
        + " }";
  }

  private static String traced(String packageName, String name, String superclass) {
    return """
        package %s;
        public class %s extends %s {
          @io.spanloom.Traced void place(String id) {}
        }
        """
        .formatted(packageName, name, superclass);
  }

  private static void assertWoven(Path classes, String type) throws Exception {
    assertThat(AspectState.read(classes))
        .extracting(AspectState::target, AspectState::woven)
        .containsExactly(tuple(type, Set.of(PLACE)));
  }
}
