using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Secrecy;

/// <summary>The sheet with which each device trusts the plant's own certificate once.</summary>
public sealed class TrustPage(LocalTrust trust) : PageModel
{
    public LocalCertificate? Certificate => trust.Certificate;

    /// <summary>Where the sheet's square leads: to this very page.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}/trust";

    public void OnGet()
    {
    }

    /// <summary>The authority, as devices take it.</summary>
    public IActionResult OnGetAuthority() =>
        Certificate is { } certificate ? File(certificate.Authority.RawData, "application/x-x509-ca-cert", "autogestion.crt") : NotFound();
}
