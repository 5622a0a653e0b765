//! Any bytes become a page or a finding that says why not: as a file, behind a PDF's header, and as what a whole PDF's
//! page draws and its font means.
#![no_main]

use libfuzzer_sys::fuzz_target;

/// A PDF whose one page draws `content` in a font of these mappings.
fn pdf(content: &[u8], mappings: &[u8]) -> Vec<u8> {
    let stream = |bytes: &[u8]| {
        [format!("<</Length {}>>stream\n", bytes.len()).as_bytes(), bytes, b"\nendstream"].concat()
    };
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]\
          /Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X0 9 0 R>>>>>>"
            .to_vec(),
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>"
            .to_vec(),
        stream(mappings),
        b"<</Type/Font/Subtype/CIDFontType2/DW 700/W[1[500 600]9 20 400]>>".to_vec(),
        b"<</Type/XObject/Subtype/Form/Matrix[1 0 0 1 9 9]/Length 13>>stream\n/X0 Do (a) Tj\nendstream"
            .to_vec(),
    ];
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(table.bytes());
    file.extend(
        format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes(),
    );
    file
}

fuzz_target!(|bytes: &[u8]| {
    let (content, mappings) = match bytes.windows(2).position(|two| two == b"\n\n") {
        Some(at) => bytes.split_at(at),
        None => (bytes, &b""[..]),
    };
    for bytes in [bytes, &[&b"%PDF-1.7\n"[..], bytes].concat(), &pdf(content, mappings)] {
        for taken in pages::of_bytes(bytes) {
            assert!(taken.page.is_some() || !taken.findings.is_empty());
            assert!(taken.page.is_none_or(|page| !page.text.trim().is_empty()));
        }
    }
});
