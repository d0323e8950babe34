package io.spanloom.weaver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aspectj.weaver.ShadowMunger;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.ClassPathManager;
import org.aspectj.weaver.bcel.LazyClassGen;
import org.aspectj.weaver.bcel.UnwovenClassFile;

/**
 * AspectJ, driven class by class: each is shown the advice of its own aspect alone. Shown all
 * advice, each class would be matched with each aspect, and the time would grow with the square of
 * their number.
 */
final class AspectjEngine {

  /** AspectJ keeps static state; one run at a time uses it. */
  private static final Object LOCK = new Object();

  private final ClassFolder folder;
  private final List<String> classPath;

  AspectjEngine(ClassFolder folder, List<Path> entries) {
    this.folder = folder;
    this.classPath = new ArrayList<>();
    classPath.add(Path.of(System.getProperty("java.home"), "lib", "jrt-fs.jar").toString());
    classPath.add(folder.root().toString());
    entries.forEach(entry -> classPath.add(entry.toString()));
  }

  /**
   * Weaves what the plan says.
   *
   * @return the new class files by binary name; nothing is written
   */
  Map<String, byte[]> weave(WeavePlan plan) throws WeaveException, IOException {
    synchronized (LOCK) {
      return weaveAlone(plan);
    }
  }

  private Map<String, byte[]> weaveAlone(WeavePlan plan) throws WeaveException, IOException {
    WeaverMessages messages = new WeaverMessages();
    ClassPathManager paths = new ClassPathManager(classPath, messages);
    try {
      BcelWorld world = new BcelWorld(paths, messages, null);
      world.setBehaveInJava5Way(true);
      BcelWeaver weaver = new BcelWeaver(world);
      weaver.setReweavableMode(true); // the argument means "not reweavable"
      weaver.setIsBatchWeave(true);

      Set<String> aspects = new TreeSet<>(plan.toMakeReady());
      plan.toWeave().forEach(target -> aspects.add(target.aspect()));
      aspects.forEach(weaver::addLibraryAspect);
      weaver.prepareForWeave();
      messages.failOnErrors("its pointcuts could not be read");

      Map<String, List<ShadowMunger>> adviceOf = adviceByAspect(world);
      Map<String, byte[]> results = new TreeMap<>();
      TypeHierarchy hierarchy = new TypeHierarchy(world);
      for (WeavePlan.Target target : plan.toWeave()) {
        List<ShadowMunger> advice = adviceOf.getOrDefault(target.aspect(), List.of());
        results.put(
            target.name(), weave(world, weaver, target.name(), advice, messages, hierarchy));
      }
      for (String aspect : aspects) {
        if (!isReady(aspect)) {
          results.put(aspect, weave(world, weaver, aspect, List.of(), messages, hierarchy));
        }
      }
      return results;
    } finally {
      paths.closeArchives();
    }
  }

  private boolean isReady(String aspect) {
    ClassFacts facts = folder.facts().get(aspect);
    return facts != null && facts.aspect() != null && facts.aspect().ready();
  }

  private static Map<String, List<ShadowMunger>> adviceByAspect(BcelWorld world) {
    Map<String, List<ShadowMunger>> result = new HashMap<>();
    for (ShadowMunger munger : world.getCrosscuttingMembersSet().getShadowMungers()) {
      String aspect = munger.getConcreteAspect().getName();
      result.computeIfAbsent(aspect, name -> new ArrayList<>()).add(munger);
    }
    return result;
  }

  private byte[] weave(
      BcelWorld world,
      BcelWeaver weaver,
      String name,
      List<ShadowMunger> advice,
      WeaverMessages messages,
      TypeHierarchy hierarchy)
      throws WeaveException, IOException {
    Path file = folder.fileOf(name);
    byte[] before = Files.readAllBytes(file);
    UnwovenClassFile unwoven =
        new UnwovenClassFile(file.toString(), name, FrameWriter.readyForAspectj(before));
    byte[] result;
    try {
      weaver.setShadowMungers(advice);
      weaver.addClassFile(unwoven, false);
      weaver.addNormalTypeMungers(name);
      // AspectJ's own way from here would make frames, with stack traces on System.err on failure.
      LazyClassGen woven = weaver.weaveWithoutDump(unwoven, weaver.getClassType(name));
      result = woven == null ? unwoven.getBytes() : woven.getJavaClass(world).getBytes();
    } catch (RuntimeException fault) {
      messages.failOnErrors(name + " could not be woven");
      throw new WeaveException(
          Problem.Code.NOT_WOVEN,
          name + " could not be woven, so nothing was; AspectJ says: " + fault + ".");
    }
    messages.failOnErrors(name + " could not be woven");
    return FrameWriter.write(name, before, result, hierarchy);
  }
}
