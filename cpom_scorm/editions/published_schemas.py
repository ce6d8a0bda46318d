"""The published control documents, known by the first 12 hex digits of the SHA-256 of their LF form.

Sets of the 2nd edition are not known in full, so nothing is claimed about files of that edition.
"""

SCHEMAS_12 = {
    "adlcp_rootv1p2.xsd": ("166397a1f525",),
    "imscp_rootv1p1p2.xsd": ("e45606348d7f",),
}

SCHEMAS_2004_3E = {
    "adlcp_v1p3.xsd": ("39b20944149b",),
    "adlnav_v1p3.xsd": ("1fc2678e9aca",),
    "adlseq_v1p3.xsd": ("21c68550a5cb",),
    "imscp_v1p1.xsd": ("cc4cb6103b96",),
    "imsss_v1p0.xsd": ("44efb19f4025",),
    "imsss_v1p0auxresource.xsd": ("80a604a3a3dd",),
    "imsss_v1p0control.xsd": ("ff005bd13923",),
    "imsss_v1p0delivery.xsd": ("d7c5d0024f1f",),
    "imsss_v1p0limit.xsd": ("8054b3407105",),
    "imsss_v1p0objective.xsd": ("e07662bf9731",),
    "imsss_v1p0random.xsd": ("55a783f9dc94",),
    "imsss_v1p0rollup.xsd": ("4820cf5e8e36",),
    "imsss_v1p0seqrule.xsd": ("9680b1da7e81",),
    "imsss_v1p0util.xsd": ("6001831672e5",),
}

SCHEMAS_2004_4E = {
    "adlcp_v1p3.xsd": ("87cefec31b16",),
    "adlnav_v1p3.xsd": ("1fc2678e9aca",),
    "adlseq_v1p3.xsd": ("162b5ca35a3f",),
    "imscp_v1p1.xsd": ("a5333c5b9a39", "37d9a70b8b9b"),
    "imsss_v1p0.xsd": ("53565d8b2384",),
    "imsss_v1p0auxresource.xsd": ("c0dd16d707f3",),
    "imsss_v1p0control.xsd": ("c8564177ca7b",),
    "imsss_v1p0delivery.xsd": ("58d4f343e330",),
    "imsss_v1p0limit.xsd": ("debda0a7fe2a",),
    "imsss_v1p0objective.xsd": ("776e091df47e",),
    "imsss_v1p0random.xsd": ("3442393c455d",),
    "imsss_v1p0rollup.xsd": ("85100e4c7ba8",),
    "imsss_v1p0seqrule.xsd": ("b8fbd362e240",),
    "imsss_v1p0util.xsd": ("b7234f3f62ed",),
}
