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

/** Reads which fields of {@link AiClients} the client on the class path has. */
final class AiResponseReader {

  private final Elements elements;
  private final Types types;

  AiResponseReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns the response that a return type represents, or empty for a type of no known client. */
  Optional<Result> read(TypeMirror returned) {
    for (AiClients.Client client : AiClients.CLIENTS) {
      TypeElement type = elements.getTypeElement(client.responseType());
      if (type != null && types.isAssignable(returned, types.erasure(type.asType()))) {
        List<ResponseField> fields = new ArrayList<>();
        for (AiClients.Field field : client.fields()) {
          field(type, field).ifPresent(fields::add);
        }
        return Optional.of(
            new Result.AiResponse(TypeName.get(types.erasure(type.asType())), fields));
      }
    }
    return Optional.empty();
  }

  private Optional<ResponseField> field(TypeElement response, AiClients.Field field) {
    TypeElement holder = response;
    ResponseField.Owner owner = null;
    if (field.owner() != null) {
      TypeMirror ownerType = accessorType(response, field.owner());
      if (ownerType == null || ownerType.getKind() != TypeKind.DECLARED) {
        return Optional.empty();
      }
      owner = new ResponseField.Owner(TypeName.get(types.erasure(ownerType)), field.owner());
      holder = (TypeElement) types.asElement(ownerType);
    }
    for (String accessor : field.accessors()) {
      if (accessorType(holder, accessor) == null) {
        return Optional.empty();
      }
    }
    return Optional.of(new ResponseField(field.target(), owner, field.accessors()));
  }

  private @Nullable TypeMirror accessorType(TypeElement holder, String name) {
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(holder))) {
      if (method.getSimpleName().contentEquals(name)
          && method.getParameters().isEmpty()
          && method.getModifiers().contains(Modifier.PUBLIC)) {
        return method.getReturnType();
      }
    }
    return null;
  }
}
