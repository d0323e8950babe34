package io.spanloom.weaver.aspectj;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import io.spanloom.weaver.finish.ClassFinisher;
import io.spanloom.weaver.finish.FinishingThread;
import io.spanloom.weaver.finish.StackMapWriter;
import io.spanloom.weaver.finish.TypeHierarchy;
import io.spanloom.weaver.finish.UnreadableTypeException;
import io.spanloom.weaver.plan.WeavePlan;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aspectj.bridge.context.CompilationAndWeavingContext;
import org.aspectj.weaver.ShadowMunger;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.LazyClassGen;
import org.aspectj.weaver.bcel.UnwovenClassFile;

/**
 * Runs AspectJ class by class, each with the advice of its own aspect only. With all advice,
 * AspectJ would match every class with every aspect, and the time would grow quadratically.
 */
public final class AspectjEngine {

  /** Serializes runs, because AspectJ keeps static state. */
  private static final Object LOCK = new Object();

  /**
   * The number of classes per AspectJ world. A world keeps everything it has read and asks each of
   * its aspects about each of its classes.
   */
  private static final int BATCH_SIZE = 100;

  private final ClassFiles files;

  /** Creates an engine for the class files of a compilation. */
  public AspectjEngine(ClassFiles files) {
    this.files = files;
  }

  /**
   * Weaves a plan's targets and aspects, and prepares their new class files.
   *
   * @throws WeaveException if a class cannot be woven or the result is wrong
   * @throws IOException if a file cannot be read or written
   */
  public void weave(WeavePlan plan) throws WeaveException, IOException {
    synchronized (LOCK) {
      AspectjErrors messages = new AspectjErrors();
      try (JdkFirstClassPath weavingPaths = new JdkFirstClassPath(files, messages);
          JdkFirstClassPath finishingPaths = new JdkFirstClassPath(files, messages);
          FinishingThread thread = new FinishingThread()) {
        ClassFinisher finisher = new ClassFinisher(files, new TypeHierarchy(finishingPaths));
        try {
          for (WeavePlan batch : plan.batches(BATCH_SIZE)) {
            if (!batch.targets().isEmpty()) {
              new BatchRun(weavingPaths, messages, finisher, thread).weave(batch.targets());
            }
            for (String aspect : batch.aspectsToReduce()) {
              byte[] classFile = bytes(aspect);
              thread.execute(() -> finisher.finishAspect(aspect, classFile));
            }
          }
        } finally {
          // A failure to finish an earlier class takes precedence.
          thread.finish();
        }
        finisher.failOnProblems();
      } finally {
        // AspectJ keeps a thread-local context and does not clear it after a failure.
        CompilationAndWeavingContext.resetForThread();
      }
    }
  }

  /** Weaves one batch of the plan in a separate AspectJ world. */
  private final class BatchRun {

    private final BcelWorld world;
    private final AspectjErrors messages;
    private final BcelWeaver weaver;
    private final TypeHierarchy hierarchy;
    private final ClassFinisher finisher;
    private final FinishingThread thread;

    BatchRun(
        JdkFirstClassPath paths,
        AspectjErrors messages,
        ClassFinisher finisher,
        FinishingThread thread) {
      this.world = new StrictBcelWorld(paths, messages);
      this.messages = messages;
      this.hierarchy = new TypeHierarchy(paths);
      this.finisher = finisher;
      this.thread = thread;
      world.setBehaveInJava5Way(true);
      this.weaver = new BcelWeaver(world);
      weaver.setReweavableMode(true); // the argument means "not reweavable"
      weaver.setIsBatchWeave(true);
    }

    void weave(List<WeavePlan.Target> targets) throws WeaveException, IOException {
      Map<String, List<ShadowMunger>> adviceByAspect = prepare(targets);
      for (WeavePlan.Target target : targets) {
        weaveTarget(target, adviceByAspect.getOrDefault(target.aspect(), List.of()));
      }
    }

    /** Adds the aspects to the world and returns their advice, by aspect. */
    private Map<String, List<ShadowMunger>> prepare(List<WeavePlan.Target> targets)
        throws WeaveException {
      String current = "";
      try {
        for (WeavePlan.Target target : targets) {
          current = target.aspect();
          weaver.addLibraryAspect(current);
        }
        weaver.prepareForWeave();
      } catch (UnreadableTypeException fault) {
        throw fault.toWeaveException(current);
      }
      messages.failOnErrors(current, new byte[0]);
      Map<String, List<ShadowMunger>> result = new HashMap<>();
      for (ShadowMunger munger : world.getCrosscuttingMembersSet().getShadowMungers()) {
        String aspect = munger.getConcreteAspect().getName();
        result.computeIfAbsent(aspect, name -> new ArrayList<>()).add(munger);
      }
      return result;
    }

    private void weaveTarget(WeavePlan.Target target, List<ShadowMunger> advice)
        throws WeaveException, IOException {
      byte[] before = StackMapWriter.removeWeaverState(bytes(target.name()));
      byte[] woven = weave(target.name(), ClassInput.of(before), advice);
      byte[] aspect = bytes(target.aspect());
      thread.execute(() -> finisher.finish(target, aspect, before, woven));
    }

    private byte[] weave(String name, byte[] classFile, List<ShadowMunger> advice)
        throws WeaveException, IOException {
      UnwovenClassFile unwoven = new UnwovenClassFile(files.location(name), name, classFile);
      try {
        weaver.setShadowMungers(advice);
        weaver.addClassFile(unwoven, false);
        // BcelWeaver.weave() would compute frames and print stack traces to System.err on failure.
        LazyClassGen woven = weaver.weaveWithoutDump(unwoven, weaver.getClassType(name));
        byte[] result = woven == null ? classFile : woven.getJavaClass(world).getBytes();
        messages.failOnErrors(name, classFile);
        return result;
      } catch (UnreadableTypeException fault) {
        throw fault.toWeaveException(name);
      } catch (RuntimeException fault) {
        messages.failOnErrors(name, classFile);
        failOnMissingOuterType(name, classFile);
        throw new WeaveException(
            new Problem(
                WeaverCode.NOT_WOVEN,
                "Weaving class "
                    + name
                    + " failed, so nothing was woven; AspectJ reports: "
                    + fault
                    + ".",
                name,
                null));
      }
    }

    private void failOnMissingOuterType(String name, byte[] classFile) throws WeaveException {
      try {
        hierarchy.requireOuterTypesOf(classFile);
      } catch (UnreadableTypeException fault) {
        throw fault.toWeaveException(name);
      }
    }
  }

  private byte[] bytes(String name) throws IOException {
    byte[] result = files.read(name);
    if (result == null) {
      throw new NoSuchFileException(files.location(name));
    }
    return result;
  }
}
