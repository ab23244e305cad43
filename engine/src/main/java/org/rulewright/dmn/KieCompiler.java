package org.rulewright.dmn;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.kie.api.io.ResourceType;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.backend.marshalling.v1x.DMNMarshallerFactory;
import org.kie.dmn.core.assembler.DMNAssemblerService;
import org.kie.dmn.core.assembler.DMNResource;
import org.kie.dmn.core.assembler.DMNResourceDependenciesSorter;
import org.kie.dmn.core.compiler.DMNCompilerConfigurationImpl;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.internal.io.ResourceFactory;
import org.kie.internal.io.ResourceWithConfigurationImpl;

/** Has the reference engine compile models: strict, guarded, and without a way to any class. */
@NullUnmarked
final class KieCompiler {

  private KieCompiler() {}

  static DMNCompilerConfigurationImpl configuration() {
    var configuration = new DMNCompilerConfigurationImpl();
    var types = new RuntimeTypeCheckOption(true);
    configuration.setProperty(types.getPropertyName(), String.valueOf(types.isRuntimeTypeCheck()));
    configuration.setRootClassLoader(NoClasses.INSTANCE);
    configuration.addFEELProfile(new KieFunctions());
    configuration.setDecisionLogicCompilerFactory(new KieLogic.Factory());
    return configuration;
  }

  /** Compiles models that may import one another; the order is theirs. */
  static List<DMNModel> compile(List<DmnDocument> documents) {
    var resources = new ArrayList<DMNResource>();
    for (var document : documents) {
      resources.add(resource(KieXml.write(document)));
    }
    var compiler = new DMNCompilerImpl(configuration());
    DMNAssemblerService.enrichDMNResourcesWithImportsDependencies(resources, List.of());
    var models = new ArrayList<DMNModel>();
    for (var resource : DMNResourceDependenciesSorter.sort(resources)) {
      models.add(
          compiler.compile(
              resource.getDefinitions(),
              models,
              resource.getResAndConfig().getResource(),
              location -> {
                throw new KieRefusal("nothing is fetched from " + location, null);
              }));
    }
    return models;
  }

  private static DMNResource resource(String xml) {
    var definitions = DMNMarshallerFactory.newDefaultMarshaller().unmarshal(new StringReader(xml));
    var bytes =
        ResourceFactory.newByteArrayResource(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    bytes.setResourceType(ResourceType.DMN);
    return new DMNResource(
        definitions, new ResourceWithConfigurationImpl(bytes, null, it -> {}, it -> {}));
  }
}
