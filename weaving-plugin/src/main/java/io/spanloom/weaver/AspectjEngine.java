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
import org.aspectj.bridge.context.CompilationAndWeavingContext;
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

  /**
   * So many classes share one world of AspectJ's. It keeps what it has read of all of them, and
   * asks each of its aspects about each of its classes.
   */
  private static final int PART = 100;

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
      WeaverMessages messages = new WeaverMessages();
      ClassPathManager paths = new ClassPathManager(classPath, messages);
      try {
        Map<String, byte[]> results = new TreeMap<>();
        for (WeavePlan part : plan.parts(PART)) {
          results.putAll(new Run(new ReadingWorld(paths, messages), messages).weave(part));
        }
        return results;
      } finally {
        paths.closeArchives();
        // AspectJ notes per thread where it is, and after a fault keeps the note.
        CompilationAndWeavingContext.resetForThread();
      }
    }
  }

  /** One part of the plan, with what AspectJ keeps for it. */
  private final class Run {

    private final BcelWorld world;
    private final WeaverMessages messages;
    private final BcelWeaver weaver;
    private final TypeHierarchy hierarchy;

    Run(BcelWorld world, WeaverMessages messages) {
      this.world = world;
      this.messages = messages;
      this.hierarchy = new TypeHierarchy(world);
      world.setBehaveInJava5Way(true);
      this.weaver = new BcelWeaver(world);
      weaver.setReweavableMode(true); // the argument means "not reweavable"
      weaver.setIsBatchWeave(true);
    }

    Map<String, byte[]> weave(WeavePlan plan) throws WeaveException, IOException {
      Set<String> aspects = new TreeSet<>(plan.toMakeReady());
      plan.toWeave().forEach(target -> aspects.add(target.aspect()));
      Map<String, List<ShadowMunger>> adviceOf = prepare(aspects);

      Map<String, byte[]> results = new HashMap<>();
      for (WeavePlan.Target target : plan.toWeave()) {
        List<ShadowMunger> advice = adviceOf.getOrDefault(target.aspect(), List.of());
        results.put(target.name(), target(target, advice));
      }
      for (String aspect : aspects) {
        if (!isReady(aspect)) {
          byte[] woven = weave(aspect, bytes(aspect), List.of());
          results.put(aspect, FrameWriter.aspect(aspect, woven, hierarchy));
        }
      }
      return results;
    }

    /** Reads the aspects. */
    private Map<String, List<ShadowMunger>> prepare(Set<String> aspects) throws WeaveException {
      String current = "";
      try {
        for (String aspect : aspects) {
          current = aspect;
          weaver.addLibraryAspect(aspect);
        }
        weaver.prepareForWeave();
      } catch (TypeException fault) {
        throw fault.in(current);
      }
      messages.failOnErrors(current, new byte[0]);
      Map<String, List<ShadowMunger>> result = new HashMap<>();
      for (ShadowMunger munger : world.getCrosscuttingMembersSet().getShadowMungers()) {
        String aspect = munger.getConcreteAspect().getName();
        result.computeIfAbsent(aspect, name -> new ArrayList<>()).add(munger);
      }
      return result;
    }

    private byte[] target(WeavePlan.Target target, List<ShadowMunger> advice)
        throws WeaveException, IOException {
      byte[] before = FrameWriter.withoutWeaverState(bytes(target.name()));
      byte[] woven = weave(target.name(), FrameWriter.erased(before), advice);
      Set<String> missed = new TreeSet<>(target.methods());
      missed.removeAll(ClassFactsReader.read(woven).calls().keySet());
      failOnMissing(target.name(), () -> missed.forEach(hierarchy::requireTypesOf));
      return FrameWriter.target(target.name(), before, woven, hierarchy);
    }

    private byte[] weave(String name, byte[] classFile, List<ShadowMunger> advice)
        throws WeaveException, IOException {
      UnwovenClassFile unwoven =
          new UnwovenClassFile(folder.fileOf(name).toString(), name, classFile);
      try {
        weaver.setShadowMungers(advice);
        weaver.addClassFile(unwoven, false);
        weaver.addNormalTypeMungers(name);
        // AspectJ's own way from here would make frames, with stack traces on System.err on
        // failure.
        LazyClassGen woven = weaver.weaveWithoutDump(unwoven, weaver.getClassType(name));
        byte[] result = woven == null ? classFile : woven.getJavaClass(world).getBytes();
        messages.failOnErrors(name, classFile);
        return result;
      } catch (TypeException fault) {
        throw fault.in(name);
      } catch (RuntimeException fault) {
        messages.failOnErrors(name, classFile);
        failOnMissing(name, () -> hierarchy.requireOuterTypesOf(classFile));
        throw new WeaveException(
            Problem.Code.NOT_WOVEN,
            name + " could not be woven, so nothing was; AspectJ says: " + fault + ".");
      }
    }

    private static void failOnMissing(String name, Runnable requirement) throws WeaveException {
      try {
        requirement.run();
      } catch (TypeException fault) {
        throw fault.in(name);
      }
    }

    private byte[] bytes(String name) throws IOException {
      return Files.readAllBytes(folder.fileOf(name));
    }

    private boolean isReady(String aspect) {
      ClassFacts facts = folder.facts().get(aspect);
      return facts != null && facts.aspect() != null && facts.aspect().ready();
    }
  }
}
