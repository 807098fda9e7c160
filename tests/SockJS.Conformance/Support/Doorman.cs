namespace SockJS.Conformance.Support;

/// <summary>A session manager that decides as the test says.</summary>
internal sealed class Doorman(Func<SockJSAdmissionContext, SockJSAdmission> decide) : SockJSSessionManager
{
    protected override ValueTask<SockJSAdmission> AdmitAsync(SockJSAdmissionContext context) => new(decide(context));
}
