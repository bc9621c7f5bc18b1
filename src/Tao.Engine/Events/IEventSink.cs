namespace Tao.Engine.Events;

/// <summary>Receives events; may be called from several threads.</summary>
public interface IEventSink
{
    void Publish(EngineEvent engineEvent);
}
