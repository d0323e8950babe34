package io.spanloom.processor.read;

import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.ResponseField;
import io.spanloom.processor.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the accessors of {@link AiClients} that the client on the class path has. */
final class AiResponseReader {

  private final Elements elements;
  private final Types types;

  AiResponseReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns what can be read from a type, or empty where the table does not know it. */
  Optional<Result.Answer> read(TypeMirror returned) {
    for (AiClients.Client client : AiClients.CLIENTS) {
      TypeElement type = elements.getTypeElement(client.type());
      if (type != null && types.isAssignable(returned, types.erasure(type.asType()))) {
        List<ResponseField> readings = new ArrayList<>();
        for (AiClients.Entry entry : client.entries()) {
          reading(type, entry).ifPresent(readings::add);
        }
        return Optional.of(new Result.Answer(TypeName.get(types.erasure(type.asType())), readings));
      }
    }
    return Optional.empty();
  }

  private Optional<ResponseField> reading(TypeElement answer, AiClients.Entry entry) {
    TypeElement owner = answer;
    ResponseField.Owner holder = null;
    if (entry.holder() != null) {
      TypeMirror held = accessor(answer, entry.holder());
      if (held == null || held.getKind() != TypeKind.DECLARED) {
        return Optional.empty();
      }
      holder = new ResponseField.Owner(TypeName.get(types.erasure(held)), entry.holder());
      owner = (TypeElement) types.asElement(held);
    }
    for (String accessor : entry.accessors()) {
      if (accessor(owner, accessor) == null) {
        return Optional.empty();
      }
    }
    return Optional.of(new ResponseField(entry.target(), holder, entry.accessors()));
  }

  private @Nullable TypeMirror accessor(TypeElement owner, String name) {
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(owner))) {
      if (method.getSimpleName().contentEquals(name)
          && method.getParameters().isEmpty()
          && method.getModifiers().contains(Modifier.PUBLIC)) {
        return method.getReturnType();
      }
    }
    return null;
  }
}
